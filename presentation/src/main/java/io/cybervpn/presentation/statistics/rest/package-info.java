/** The shop's figures over REST. */
@NullMarked
@CheckReturnValue
package io.cybervpn.presentation.statistics.rest;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
