/**
 * What customers buy in the app stores of their phones, as RevenueCat tells of it. A store keeps
 * such a service by its own rules: it charges, renews, refunds and ends it; the shop only follows.
 * Events out: {@link io.cybervpn.domain.appstore.StoreServiceChanged}, {@link
 * io.cybervpn.domain.appstore.StoreTrouble}.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.appstore;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
