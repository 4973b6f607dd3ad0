/** The shelf for everybody; products and plans for staff. */
@NullMarked
@CheckReturnValue
package io.cybervpn.presentation.catalogue.rest;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
