/** Fiscal receipts over REST. */
@NullMarked
@CheckReturnValue
package io.cybervpn.presentation.fiscal.rest;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
