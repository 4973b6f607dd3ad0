/**
 * Accounts, passwords and sessions. Invariants: one account per canonical e-mail; no password is
 * kept, only its hash; a session lives until its newest refresh token expires, somebody logs out,
 * or a used token turns up again.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.identity.model;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
