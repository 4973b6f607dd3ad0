/** Bridges billing to subscription, which stands above it. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.billing.subscription;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
