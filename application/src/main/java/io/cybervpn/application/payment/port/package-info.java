/** Payment providers, as payment needs them. */
@NullMarked
@CheckReturnValue
package io.cybervpn.application.payment.port;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
