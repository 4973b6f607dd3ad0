/** Payments over HTTP, for customers and for staff. */
@NullMarked
@CheckReturnValue
package io.cybervpn.presentation.payment.rest;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
