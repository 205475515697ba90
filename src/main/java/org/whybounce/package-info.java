/**
 * Reads bounce messages, says why the mail came back, and what to do about it.
 *
 * <p>Start at {@link org.whybounce.BounceParser}.
 */
@NullMarked
package org.whybounce;

import org.jspecify.annotations.NullMarked;
