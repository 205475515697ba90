/**
 * From the words of a refusal to a reason, with the evidence.
 *
 * <p>Start at {@link org.whybounce.classify.Classifier}.
 */
@NullMarked
package org.whybounce.classify;

import org.jspecify.annotations.NullMarked;
