/** Servers over REST. */
@NullMarked
@CheckReturnValue
package io.cybervpn.presentation.server.rest;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
