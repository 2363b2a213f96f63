// Makes a phone photo small before it is sent: upright, at most 1,600 px, without what the camera wrote into it.

const LONGEST = 1600;
const ENOUGH = 280 * 1024;
const STEPS = [
  [1600, 0.82],
  [1600, 0.7],
  [1600, 0.58],
  [1280, 0.6],
  [1280, 0.45],
];

const jpeg = (canvas, quality) => new Promise((done) => canvas.toBlob(done, "image/jpeg", quality));

function drawn(picture, longest) {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fcfbf7";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.imageSmoothingQuality = "high";
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

// Returns a smaller JPEG, or the file itself when the browser cannot read it or it is small already.
export async function shrink(file) {
  let picture;
  try {
    picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    return file; // HEIC in most browsers: the server can read it
  }
  try {
    if (file.size <= ENOUGH && Math.max(picture.width, picture.height) <= LONGEST) return file;
    let best = null;
    for (const [longest, quality] of STEPS) {
      best = await jpeg(drawn(picture, longest), quality);
      if (!best) return file;
      if (best.size <= ENOUGH) break;
    }
    return best.size < file.size ? new File([best], "foto.jpg", { type: "image/jpeg" }) : file;
  } finally {
    picture.close();
  }
}
