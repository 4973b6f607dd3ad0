/**
 * Use cases of identity: register, log in, stay logged in, log out, who am I, who is there. Nobody
 * learns here whether an e-mail has an account, except by trying to register it.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.application.identity;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
