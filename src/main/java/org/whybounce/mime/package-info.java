/**
 * One tolerant, limited pass over the bytes of a message.
 *
 * <p>Start at {@link org.whybounce.mime.MimeReader}.
 */
@NullMarked
package org.whybounce.mime;

import org.jspecify.annotations.NullMarked;
