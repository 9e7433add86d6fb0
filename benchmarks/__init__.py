"""What OnRecord reaches: quality held against floors, speed and memory, each one command."""
