/**
 * The command {@code whybounce}.
 *
 * <p>Start at {@link org.whybounce.cli.Main}.
 */
@NullMarked
package org.whybounce.cli;

import org.jspecify.annotations.NullMarked;
