"""Makes the model that ships: `python -m training --polnear FOLDER --out FOLDER` (needs the extra [train])."""
