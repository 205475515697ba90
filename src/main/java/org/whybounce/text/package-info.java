/**
 * The vocabulary that all readers share: lines, fields, addresses, host names, phrases, data files.
 *
 * <p>Start at {@link org.whybounce.text.DataFile} for our own files and at {@link org.whybounce.text.Fields} for mail.
 */
@NullMarked
package org.whybounce.text;

import org.jspecify.annotations.NullMarked;
