/** API keys over HTTP, for staff. */
@NullMarked
@CheckReturnValue
package io.cybervpn.presentation.identity.rest.keys;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
