/** What customers and staff say of renewals over REST. */
@NullMarked
@CheckReturnValue
package io.cybervpn.presentation.renewal.rest;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
