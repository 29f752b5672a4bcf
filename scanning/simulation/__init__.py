"""A simulated depth camera and person: any mesh, seen with the noise of real sensors, for tests and benchmarks."""
