/** What staff see of customers and do to them: the card, notes and tags, blocking, sessions. */
@NullMarked
@CheckReturnValue
package io.cybervpn.application.identity.users;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
