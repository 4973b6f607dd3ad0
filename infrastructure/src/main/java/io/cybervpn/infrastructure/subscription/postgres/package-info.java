/**
 * Subscriptions in PostgreSQL. Owns the tables subscription and subscription_extension; the views
 * also read the table access of provisioning.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.infrastructure.subscription.postgres;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
