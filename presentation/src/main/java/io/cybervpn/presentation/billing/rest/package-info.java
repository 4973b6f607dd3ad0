/** Quotes and orders over REST. */
@NullMarked
@CheckReturnValue
package io.cybervpn.presentation.billing.rest;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
