/** What every resource needs: problem+json, pages, money and the actor at the edge. */
@NullMarked
@CheckReturnValue
package io.cybervpn.presentation.shared.rest;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
