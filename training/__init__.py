"""Courses, quizzes, assignments and certificates; its models come with their own issue."""
