"""How common names are: the most frequent ones of people who live in Germany, and of some others.

Shares in ten thousand, rounded: given names of adults (https://www.beliebte-vornamen.de, births of
1950 to 2000), families by the telephone book (Deutscher Familiennamenatlas), the English and
Spanish ones by census. They are needed to an order of magnitude only: two people called Thomas
Müller are likely two, two called Ngozi Eze are likely one.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from netzwerkwandel.identity.spelling import fold


def _shares(text: str) -> Mapping[str, float]:
    shares: dict[str, float] = {}
    for part in text.split(";"):
        share, _, names = part.strip().partition(":")
        shares.update((fold(name), int(share) / 10_000) for name in names.split())
    return MappingProxyType(shares)


COMMON_GIVEN = _shares(
    "150: Michael Thomas Andreas Peter; 120: Stefan Christian Wolfgang Klaus Martin Frank;"
    " 90: Jürgen Uwe Markus Sabine Petra Andrea Susanne Claudia Monika Anna Maria Daniel Bernd;"
    " 70: Alexander Ralf Matthias Jörg Dirk Karin Ursula Birgit Nicole Stefanie Julia Christine"
    " Gabriele Angelika Jan Sebastian Tobias Torsten Katrin Anja Martina Heike;"
    " 50: Hans Heinz Werner Manfred Helmut Günter Horst Gerhard Dieter Rolf Joachim Karl Rainer"
    " Holger Sven Oliver Kai Jens Florian Philipp Felix Max Lukas Paul Jonas David Marcel Patrick"
    " Simon Robert Barbara Renate Brigitte Ingrid Helga Elke Silke Tanja Sandra Melanie Katharina"
    " Sarah Laura Lisa Lena Lea Eva Christina Jennifer Kerstin Ulrike Simone Elisabeth Bettina"
    " Sonja Silvia Ute Marion Anke Jana Johannes Johanna Fabian Benjamin Dennis Volker;"
    " 40: James John William Richard Joseph Charles Christopher Mary Patricia Linda Elizabeth"
    " Mohammed Ali Ahmed Mehmet Mustafa José Antonio Juan Manuel Carlos Luis Carmen Ana Wei Li"
    " Marco Giuseppe Giovanni Ivan Sergej Olga Elena Natalia Hannah Sophie Marie Emma Leon Tim Tom"
    " Nina Vera Ben Emily Jessica Amy Kevin Brian George Edward Mark Paula Jane Kate Helen"
)
COMMON_FAMILY = _shares(
    "95: Müller; 69: Schmidt; 42: Schneider; 35: Fischer; 32: Weber Meyer; 29: Wagner;"
    " 26: Becker Schulz Hoffmann; 20: Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann;"
    " 17: Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Schmitz Krause"
    " Meier; 13: Lehmann Schmid Schulze Maier Köhler Herrmann König Walter Mayer Huber Kaiser Fuchs"
    " Peters Lang Scholz Möller Weiß Jung Hahn Schubert Vogel Friedrich Keller Günther Frank Berger"
    " Winkler Roth Beck Lorenz Baumann Franke Albrecht Schuster Simon Ludwig Böhm Winter Kraus"
    " Martin Schumacher Krämer Vogt Stein Jäger Otto Sommer Groß Seidel Heinrich Brandt Haas"
    " Schreiber Graf Schulte Dietrich Ziegler Kuhn Kühn Pohl Engel Horn Busch Bergmann Thomas Voigt"
    " Sauer Arnold Wolff Pfeiffer;"
    " 80: Smith Johnson Williams Brown Jones Garcia Wang Li Zhang Nguyen Kim; 40: Miller Davis"
    " Rodriguez Martinez Hernandez Lopez Gonzalez Perez Sanchez Wilson Anderson Taylor Moore Lee"
    " Chen Liu Yilmaz Kaya Demir Ivanov Petrov Rossi Silva Santos Khan Ahmed Ali Singh Kumar Park"
)
RARE_GIVEN, RARE_FAMILY = 5e-4, 5e-5
"""The share of a name that is not in the tables."""
