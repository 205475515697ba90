/**
 * What a report says, whoever wrote it: one reader for each format. Nothing here knows why mail is refused.
 *
 * <p>Start at {@link org.whybounce.format.Formats}.
 */
@NullMarked
package org.whybounce.format;

import org.jspecify.annotations.NullMarked;
