/**
 * What a ticket system takes from a bounce: tags for its ticket, and a mail that explains the bounce to a person.
 *
 * <p>Start at {@link org.whybounce.ticket.BounceTagger} and {@link org.whybounce.ticket.BounceNotice}. Notices need
 * Commons Email 2 and, at run time, a provider of Jakarta Mail such as Angus Mail; both are optional dependencies.
 */
@NullMarked
package org.whybounce.ticket;

import org.jspecify.annotations.NullMarked;
