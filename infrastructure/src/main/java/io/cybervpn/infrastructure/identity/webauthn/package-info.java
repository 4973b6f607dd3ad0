/** Passkeys by WebAuthn: what authenticators make and sign, checked by webauthn4j. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.identity.webauthn;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
