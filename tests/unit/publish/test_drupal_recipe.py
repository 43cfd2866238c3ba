"""The recipe for Drupal leads it to the answer of each quiz."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from testkit.wordpress import wordpress_programs

PAGE = Path(__file__).parents[3] / "docs/how-to/embed-in-a-cms.md"
BLOCK = re.compile(r"^```php\n(.*?)^```$", re.MULTILINE | re.DOTALL)

DRUPAL = r"""
namespace Drupal\media\OEmbed {
  class Provider {
    function __construct(private string $url) {}
    function getUrl() { return $this->url; }
  }
}
namespace {
  RECIPE
  [, $provider, $pasted] = $argv;
  $url = ['path' => $provider . 'oembed.json', 'query' => ['url' => $pasted]];
  mysite_oembed_resource_url_alter($url, new \Drupal\media\OEmbed\Provider($provider));
  echo $url['path'];
}
"""
"""What Drupal does with the recipe before it asks for anything.

Source: drupal/core 401b0999, getResourceUrl in
modules/media/src/OEmbed/UrlResolver.php.
"""


def asked(provider: str, pasted: str) -> str:
    """Give what Drupal asks a provider for."""
    (recipe,) = re.findall(
        r"^```php\n(.*?)^```$", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    program = DRUPAL.replace("RECIPE", recipe)
    command = [wordpress_programs().php, "-r", program, provider, pasted]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("path", ["sums/", "sums", "en/sums/"])
def test_each_quiz_is_asked_for_its_own_answer(path: str) -> None:
    """Whether its address was pasted with the last slash or without."""
    found = asked("https://quiz.example/", f"https://quiz.example/{path}")

    assert found == f"https://quiz.example/{path.rstrip('/')}/oembed.json"


def test_other_providers_are_asked_as_ever() -> None:
    """At the one address that they have."""
    found = asked("https://video.example/", "https://video.example/watch/")

    assert found == "https://video.example/oembed.json"
