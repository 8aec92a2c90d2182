/** A ranker that asks an HTTP service for a score of each picture. */
package com.example.ranker;
