/** RevenueCat, which speaks for all app stores. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.appstore.revenuecat;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
