/** Subscriptions over REST. */
@NullMarked
@CheckReturnValue
package io.cybervpn.presentation.subscription.rest;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
