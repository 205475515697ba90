/**
 * What a bounce says and what it means: immutable values, named by the RFC that defines them.
 *
 * <p>Start at {@link org.whybounce.model.ParseResult}. Every type here is immutable and safe to share between threads.
 */
@NullMarked
package org.whybounce.model;

import org.jspecify.annotations.NullMarked;
