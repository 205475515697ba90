/**
 * The catalogue of what a person can do.
 *
 * <p>Start at {@link org.whybounce.remedy.RemedyCatalogue}.
 */
@NullMarked
package org.whybounce.remedy;

import org.jspecify.annotations.NullMarked;
