/**
 * API keys of programs: staff make, rotate and revoke them, and the edge asks here what one of them
 * opens. Nobody makes a key that may more than he himself; a key makes no keys.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.application.identity.keys;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
