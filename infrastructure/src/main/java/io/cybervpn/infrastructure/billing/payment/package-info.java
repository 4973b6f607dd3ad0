/** What payment has to know of orders, which it stands below of. */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.billing.payment;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
