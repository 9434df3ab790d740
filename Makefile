# Two commands do everything, set-up included: `make demo` and `make test`.
EXPERIMENT ?= cnn
FUZZ ?= 20000
DAMAGE := tests/Regimen.Damage/bin/Release/net10.0/Regimen.Damage
CONFIGURATION := Release
SAMPLE := samples/FashionMnist/bin/$(CONFIGURATION)/net10.0/FashionMnist.dll
BUILD := dotnet build --configuration $(CONFIGURATION) --nologo --verbosity quiet -clp:NoSummary

.PHONY: demo test bench bench-ide fuzz damage package pictures accept build clean

demo: ## Trains a sample on Fashion-MNIST: EXPERIMENT=cnn (default), mlp or resnet.
	@scripts/setup.sh run
	@$(BUILD) samples/FashionMnist
	@scripts/setup.sh data dotnet $(SAMPLE) data
	@dotnet $(SAMPLE) $(EXPERIMENT) $(ARGUMENTS)

test: ## Builds everything and runs all tests.
	@scripts/setup.sh test
	@scripts/test.sh $(CONFIGURATION)

bench: ## The generated loop beside PyTorch; writes artifacts/bench.json.
	@scripts/setup.sh test
	@$(BUILD) benchmarks/Regimen.Benchmarks
	@benchmarks/Regimen.Benchmarks/bin/$(CONFIGURATION)/net10.0/Regimen.Benchmarks $(ARGUMENTS)

bench-ide: ## What generator and rules cost in the editor and in a build; writes docs/benchmarks.md.
	@scripts/setup.sh run
	@$(BUILD) benchmarks/Regimen.IdeBenchmarks
	@benchmarks/Regimen.IdeBenchmarks/bin/$(CONFIGURATION)/net10.0/Regimen.IdeBenchmarks --write $(ARGUMENTS)

fuzz: ## Generator, rules and fixes over 20,000 spoilt sources; FUZZ=n for another number.
	@$(BUILD) tests/Regimen.Analyzers.Tests
	@REGIMEN_FUZZ=$(FUZZ) dotnet test --configuration $(CONFIGURATION) --no-build --nologo --filter FuzzTests tests/Regimen.Analyzers.Tests

damage: ## 10,000 damaged checkpoints, 5,000 damaged data files, and runs ended at 100 random moments; each must end right.
	@$(BUILD) tests/Regimen.Damage
	@$(DAMAGE) checkpoints 10000 && $(DAMAGE) data 5000 && $(DAMAGE) moments 100

package: ## All NuGet packages; writes artifacts/packages.
	@scripts/pack.sh $(CONFIGURATION)
	@ls artifacts/packages/*.nupkg

pictures: ## Draws the README's pictures from the generated code and the analyzers' output.
	@/usr/bin/python3 scripts/figure.py
	@/usr/bin/python3 scripts/diagnostics_figure.py

accept: ## Makes the received snapshots the verified ones.
	@scripts/accept.sh

build:
	@scripts/setup.sh run
	@$(BUILD) Dsl.sln

clean:
	@rm -rf artifacts runs
	@find src generators analyzers samples benchmarks tests -type d \( -name bin -o -name obj \) -prune -exec rm -rf {} +
