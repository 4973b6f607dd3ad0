/**
 * Purchases of stores, and the services that they pay for. Private to the context. Invariants: a
 * transaction of a store gives its time to exactly one service; a service ends where the last of
 * its listed purchases ends.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.domain.appstore.model;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
