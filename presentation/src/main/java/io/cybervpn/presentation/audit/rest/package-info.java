/** The audit trail over HTTP, for staff. */
@NullMarked
@CheckReturnValue
package io.cybervpn.presentation.audit.rest;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
