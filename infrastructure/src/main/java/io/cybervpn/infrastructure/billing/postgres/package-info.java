/**
 * Orders in PostgreSQL. Owns the table sales_order; the views also read payment and
 * subscription_extension.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.billing.postgres;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
