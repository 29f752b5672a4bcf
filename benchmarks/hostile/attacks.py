def attacks_on(reader):
    return []
