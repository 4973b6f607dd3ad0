/** The books over HTTP, for staff. */
@NullMarked
@CheckReturnValue
package io.cybervpn.presentation.ledger.rest;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
