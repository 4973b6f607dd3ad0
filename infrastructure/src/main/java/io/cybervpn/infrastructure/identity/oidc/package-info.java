/** Identity providers by OpenID Connect, any number of them from the configuration. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.identity.oidc;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
