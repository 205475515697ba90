/**
 * Where mail lies: files, directories, mbox files, Maildirs, standard input.
 *
 * <p>Start at {@link org.whybounce.source.MailSource}.
 */
@NullMarked
package org.whybounce.source;

import org.jspecify.annotations.NullMarked;
