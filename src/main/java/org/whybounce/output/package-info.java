/**
 * Prints results: NDJSON, CSV, text.
 *
 * <p>Start at {@link org.whybounce.output.Json}.
 */
@NullMarked
package org.whybounce.output;

import org.jspecify.annotations.NullMarked;
