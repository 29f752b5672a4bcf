/* Python itself, as Programs/python.c has it: linked anew so that it finds its library in ../lib, wherever that lies. */
#include <Python.h>

int main(int count, char **arguments) { return Py_BytesMain(count, arguments); }
