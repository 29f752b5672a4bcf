"""`fashiongan`, `python -m gui`. Light: the process that draws in 3D loads this again before it begins."""

from multiprocessing import freeze_support


def main() -> None:
    """Entry point."""
    freeze_support()
    from gui.app import main as open_studio

    open_studio()


if __name__ == "__main__":
    main()
