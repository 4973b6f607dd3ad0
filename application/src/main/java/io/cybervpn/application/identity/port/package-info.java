/** What identity needs of others: a slow hash, signed and random tokens, counters, the list. */
@NullMarked
@CheckReturnValue
package io.cybervpn.application.identity.port;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
