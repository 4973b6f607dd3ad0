/**
 * Subscriptions and how they grow and end. Private to the context. Invariant: the end of a
 * subscription equals the fold of its extensions in the order in which they were made, each cut by
 * what went back of its price ({@link io.cybervpn.domain.subscription.model.PaidTime}).
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.subscription.model;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
