"""Questions of evaluation."""
