/**
 * An identity provider by OpenID Connect: discovery, a page that asks who one is, codes with proof
 * keys, signed tokens, keys that rotate, and lies on demand.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.sandbox.oidc;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
