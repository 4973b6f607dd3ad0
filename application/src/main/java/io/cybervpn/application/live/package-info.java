/**
 * What clients hear at once over their WebSockets (R139, R152, R153).
 *
 * <p>Events of all contexts become news: hints with small data, after which a client asks the API
 * anew. News may come twice (with one id) or not at all: the API has the truth, news only say when
 * to look. Owns nothing in the database. Events in: those of the handlers {@code live.*}; events
 * out: none.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.application.live;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
