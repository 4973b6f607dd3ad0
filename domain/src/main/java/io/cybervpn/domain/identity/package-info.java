/**
 * Published language of identity: who an account is and what it is to the shop. Owns accounts,
 * credentials and sessions; events out: none yet; events in: none.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.identity;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
