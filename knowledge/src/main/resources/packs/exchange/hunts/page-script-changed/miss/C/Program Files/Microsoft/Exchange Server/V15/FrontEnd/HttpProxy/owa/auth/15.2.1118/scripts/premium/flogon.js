// of a build that is not known
