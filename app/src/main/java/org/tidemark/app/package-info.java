/// The command line: reads arguments, wires the other modules together and prints.
@NullMarked
package org.tidemark.app;

import org.jspecify.annotations.NullMarked;
